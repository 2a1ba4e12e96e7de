// Without the theme's own fonts: pages load nothing but themselves.
import DefaultTheme from 'vitepress/theme-without-fonts'
import './style.css'

export default DefaultTheme
